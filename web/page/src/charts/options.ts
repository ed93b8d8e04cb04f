import type { Option } from "./draw";

// The colours of the pictures: apart in lightness as well, and each with a pattern of its own.
export const colours = { on_time: "#2c6e49", late: "#c77700", overdue: "#b3261e", plain: "#2f6690" };
const tooltip = { trigger: "axis", axisPointer: { type: "shadow" }, renderMode: "richText", confine: true };
const grid = (legend: boolean) => ({ left: 8, right: 32, top: legend ? 36 : 8, bottom: 8, containLabel: true });

export interface Series {
  name: string;
  colour: string;
  values: (number | null)[];
}

function bars(series: Series[], stack: boolean) {
  return series.map((one) => ({
    type: "bar",
    name: one.name,
    data: one.values,
    barMaxWidth: 26,
    itemStyle: { color: one.colour },
    ...(stack ? { stack: "all" } : {}),
  }));
}

// Bars lying on their side, the first name on top; stacked when there are several series.
export function lyingBars(names: string[], series: Series[], unit = ""): Option {
  return {
    grid: grid(series.length > 1),
    tooltip,
    ...(series.length > 1 ? { legend: { top: 0, left: 0 } } : {}),
    xAxis: { type: "value", minInterval: unit ? 0 : 1, name: unit },
    yAxis: { type: "category", data: names, inverse: true, axisLabel: { width: 110, overflow: "break" } },
    series: bars(series, series.length > 1),
  };
}

// Standing bars side by side; `top` 100 for rates in per cent.
export function standingBars(names: string[], series: Series[], top: number | null): Option {
  return {
    grid: grid(true),
    tooltip,
    legend: { top: 0, left: 0 },
    xAxis: { type: "category", data: names },
    yAxis: { type: "value", ...(top ? { max: top, axisLabel: { formatter: "{value}%" } } : { minInterval: 1 }) },
    series: bars(series, false),
  };
}

// Whole numbers in at most four steps: "1", "2", "3 – 4".
function pieces(most: number): { min: number; max: number; label: string }[] {
  const step = Math.ceil(most / 4);
  return Array.from({ length: Math.ceil(most / step) }, (_, index) => {
    const [min, max] = [index * step + 1, Math.min(most, (index + 1) * step)];
    return { min, max, label: min === max ? String(min) : `${min} – ${max}` };
  });
}

// One cell a day, darker the more there was.
export function heat(range: [string, string], days: { date: string; count: number }[], code: string): Option {
  const most = Math.max(1, ...days.map((day) => day.count));
  return {
    tooltip: {
      renderMode: "richText",
      confine: true,
      formatter: (point: { value: [string, number] }) => `${point.value[0]}: ${point.value[1]}`,
    },
    visualMap: {
      type: "piecewise",
      pieces: pieces(most),
      orient: "horizontal",
      left: 0,
      top: 0,
      inRange: { color: ["#f6d5a8", "#b3261e"] },
    },
    calendar: {
      range,
      top: 60,
      left: 34,
      right: 8,
      cellSize: ["auto", 16],
      yearLabel: { show: false },
      dayLabel: { firstDay: 1, nameMap: code === "zh_CN" ? "ZH" : "EN" },
      monthLabel: { nameMap: code === "zh_CN" ? "ZH" : "EN" },
      itemStyle: { color: "#f4f6f8", borderColor: "#d4dbe2" },
      splitLine: { lineStyle: { color: "#8a97a5" } },
    },
    series: [{ type: "heatmap", coordinateSystem: "calendar", data: days.map((day) => [day.date, day.count]) }],
  };
}
