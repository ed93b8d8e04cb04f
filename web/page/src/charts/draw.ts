import { BarChart, HeatmapChart } from "echarts/charts";
import {
  AriaComponent,
  CalendarComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
import { init, use, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Code } from "../words/language";

use([
  BarChart,
  HeatmapChart,
  AriaComponent,
  CalendarComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
]);

export type Option = EChartsCoreOption;
export interface Drawing {
  end: () => void;
}

// Draws once and follows the width of its place. Tooltips are drawn inside the picture and the description is ours, as
// a page without inline styles and a listener need it.
export function draw(place: HTMLElement, option: Option, code: Code, description: string): Drawing {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const chart = init(place, null, { renderer: "svg", locale: code === "zh_CN" ? "ZH" : "EN" });
  const fonts = getComputedStyle(document.body).fontFamily;
  chart.setOption({
    animation: !still,
    animationDuration: 300,
    textStyle: { fontFamily: fonts, fontSize: 13, color: "#1b2733" },
    aria: { enabled: true, label: { description }, decal: { show: true } },
    ...option,
  });
  const follow = new ResizeObserver(() => chart.resize());
  follow.observe(place);
  return {
    end: () => {
      follow.disconnect();
      chart.dispose();
    },
  };
}
