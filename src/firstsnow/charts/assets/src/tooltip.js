/**
 * Makes the handler that shows a mark's values beside the pointer.
 *
 * Values are set as text, never as mark-up. Keyboard and screen reader have the measurements and the
 * table instead, so that it is hidden from both.
 */
export function tooltipIn(element) {
  const box = document.createElement("dl");
  box.className = "firstsnow-tooltip";
  box.setAttribute("aria-hidden", "true");

  return (_handler, event, _item, value) => {
    box.remove();
    if (value === null || value === undefined || value === "") return;
    box.replaceChildren(...(typeof value === "object" ? rows(value) : [text("dd", value)]));
    element.append(box);
    moveTo(box, element, event);
  };
}

function rows(values) {
  return Object.entries(values).flatMap(([name, value]) => [text("dt", name), text("dd", value)]);
}

function text(tag, content) {
  const element = document.createElement(tag);
  element.textContent = String(content);
  return element;
}

function moveTo(box, element, event) {
  const frame = element.getBoundingClientRect();
  const x = event.clientX - frame.left;
  const room = frame.width - box.offsetWidth;
  box.style.left = `${Math.max(0, Math.min(x + 12, room))}px`;
  box.style.top = `${event.clientY - frame.top + 16}px`;
}
