import {HostDateLine} from "./HostDateLine.ts";
import {sizePlainFrames} from "./plain.ts";

if (customElements.get("date-line") === undefined) customElements.define("date-line", HostDateLine);
addEventListener("message", sizePlainFrames);
sizePlainFrames();
