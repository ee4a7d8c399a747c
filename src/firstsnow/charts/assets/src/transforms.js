// What Vega-Lite's charts are made of. Maps, trees, forces, word clouds and regressions are left out,
// which keeps a page a third smaller; a chart that asks for one says so when it is parsed.
import { transforms } from "vega-dataflow";
import * as encode from "vega-encode";
import * as data from "vega-transforms";
import { extend } from "vega-util";
import * as view from "vega-view-transforms";
import * as nearest from "vega-voronoi";

extend(transforms, data, view, encode, nearest);
