import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";
import { parse } from "vega-parser";
import { Warn } from "vega-util";
import { View } from "vega-view";

import { addReading } from "./reading.js";
import { tooltipIn } from "./tooltip.js";
import "./transforms.js";

// A page holds all that its charts show: nothing is fetched and no link is followed.
const closed = {
  load: (uri) => Promise.reject(new Error(`a chart fetches nothing: ${uri}`)),
  sanitize: (uri) => Promise.reject(new Error(`a chart has no links: ${uri}`)),
};

/**
 * Draws an interactive chart in place of the picture that an element holds.
 *
 * Nothing is evaluated: expressions are walked as trees, so that a page may forbid unsafe-eval. The
 * picture stays until the chart has been drawn, and for good when it can't be.
 *
 * @param {HTMLElement} element its role and aria-label describe the picture, and then the chart
 * @param {object} spec a Vega-Lite or Vega specification with its data inside
 * @param {object} [reading] how to walk along the measurements with the keyboard (reading.js)
 * @returns {Promise<View>} the Vega view, once it has been drawn
 */
export async function firstsnowChart(element, spec, reading) {
  // Text is measured to be placed, so the page's own fonts have to be there.
  await document.fonts.ready;
  const view = viewOf(spec).tooltip(tooltipIn(element));
  const plot = document.createElement("div");
  plot.className = "firstsnow-plot";
  element.prepend(plot);
  try {
    await view.initialize(plot).hover().runAsync();
  } catch (error) {
    view.finalize();
    plot.remove();
    throw error;
  }
  takeOver(element, plot);
  if (reading) addReading(element, plot, reading);
  return view;
}

function viewOf(spec) {
  const vega = /vega-lite/.test(spec.$schema) ? compile(spec).spec : spec;
  const runtime = parse(vega, undefined, { ast: true });
  return new View(runtime, {
    expr: expressionInterpreter,
    loader: closed,
    logLevel: Warn,
    renderer: "svg",
  });
}

function takeOver(element, plot) {
  for (const child of [...element.children]) if (child !== plot) child.remove();
  // Vega describes each mark for itself; the page's description of the whole says more.
  plot.removeAttribute("aria-roledescription");
  plot.setAttribute("role", "img");
  plot.setAttribute("aria-label", element.getAttribute("aria-label") ?? "");
  // What has the role img may hold nothing that takes the keyboard; the plot has the role now.
  element.removeAttribute("role");
  element.removeAttribute("aria-label");
}
