const STEPS = {
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  PageUp: (at) => at + 10,
  PageDown: (at) => at - 10,
  Home: () => 0,
  End: () => Infinity,
};

/**
 * Lets the keyboard walk along a chart's measurements: a ring shows the place, a live region says it.
 *
 * Arrow keys go to the next and the one before, Home and End to the first and the last, Escape lets
 * go. The stop is a slider, the one role whose arrow keys screen readers hand on.
 *
 * @param {HTMLElement} element what holds the chart
 * @param {HTMLElement} plot what Vega draws in
 * @param {object} reading
 * @param {string} reading.label what the keyboard walks along, in the page's language
 * @param {string} reading.field the field of the marks' data that holds a measurement's key
 * @param {{key: string, text: string}[]} reading.measurements in the order of time; the text says
 *     when, which scale and what value
 */
export function addReading(element, plot, { label, field, measurements }) {
  if (measurements.length === 0) return;
  const ring = made("div", "firstsnow-ring");
  const spoken = made("p", "firstsnow-reading", { role: "status" });
  const stop = made("div", "firstsnow-stop", {
    role: "slider",
    tabindex: "0",
    "aria-label": label,
    "aria-valuemin": "1",
    "aria-valuemax": String(measurements.length),
  });
  let at = -1;

  function say() {
    const measurement = measurements[at];
    stop.setAttribute("aria-valuenow", String(Math.max(at, 0) + 1));
    stop.setAttribute("aria-valuetext", `${Math.max(at, 0) + 1} / ${measurements.length}`);
    spoken.textContent = measurement?.text ?? "";
    place(ring, element, measurement && markOf(plot, field, measurement.key));
  }

  function go(event) {
    const step = STEPS[event.key];
    if (event.key === "Escape") at = -1;
    else if (step && !event.altKey && !event.ctrlKey && !event.metaKey)
      at = Math.min(Math.max(step(at), 0), measurements.length - 1);
    else return;
    event.preventDefault();
    say();
  }

  stop.addEventListener("keydown", go);
  addEventListener("resize", () => requestAnimationFrame(say));
  element.append(stop, ring, spoken);
  say();
}

function made(tag, name, attributes = {}) {
  const element = document.createElement(tag);
  element.className = name;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** The mark that shows a measurement; Vega keeps each mark's data on its element. */
function markOf(plot, field, key) {
  for (const kind of [".mark-symbol path", ".mark-rect path", ".mark-text text"])
    for (const mark of plot.querySelectorAll(kind))
      if (mark.__data__?.datum?.[field] === key) return mark;
  return undefined;
}

function place(ring, element, mark) {
  ring.hidden = !mark;
  if (!mark) return;
  const { left, top, width, height } = mark.getBoundingClientRect();
  const frame = element.getBoundingClientRect();
  ring.style.left = `${left + width / 2 - frame.left}px`;
  ring.style.top = `${top + height / 2 - frame.top}px`;
}
