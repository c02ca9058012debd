import {InlineDateLine} from "./InlineDateLine.ts";

/**
 * Defines `<date-line>` with the whole app in its own shadow root. Where the page has such an element already, that one stays. `home` is the
 * folder of Dateline's own files, `styles` the address of the app's styles.
 */
export function defineInline(home: string, styles: string): void {
  if (customElements.get("date-line") !== undefined) return;
  class Here extends InlineDateLine {
    override readonly home = home;
    override readonly styles = styles;
  }
  customElements.define("date-line", Here);
}
