import { render } from "preact";
import { App } from "./shell/app";
import { catalogueOf, firstLanguage } from "./words/language";
import "./style/all.css";

async function start(place: HTMLElement): Promise<void> {
  const code = firstLanguage();
  const t = await catalogueOf(code);
  render(<App first={{ code, t }} />, place);
}

const place = document.getElementById("page");
if (place) void start(place);
