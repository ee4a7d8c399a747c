// A page names, on each element with a chart's picture, the JSON that draws it:
//   <figure class="firstsnow-chart" role="img" aria-label="..." data-firstsnow-chart="course">...
//   <script type="application/json" id="course">{"spec": {...}, "reading": {...}}</script>
// JSON is data: a page's content-security policy has to allow this one script and no other.
import { firstsnowChart } from "./chart.js";

globalThis.firstsnowChart = firstsnowChart;

function start() {
  for (const element of document.querySelectorAll("[data-firstsnow-chart]")) {
    const data = document.getElementById(element.dataset.firstsnowChart);
    const { spec, reading } = JSON.parse(data.textContent);
    firstsnowChart(element, spec, reading).catch((error) => {
      // The picture is still there and says the same.
      console.error("firstsnow: the chart stays a picture:", error);
    });
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
