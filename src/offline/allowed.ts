/** What decides whether anything is kept. */
export interface Surroundings {
  /** The browser has service workers and caches, which it has on https and on this computer only. */
  able: boolean;
  protocol: string;
  framed: boolean;
  mode: string;
  /** Null where the browser does not say. */
  connection: {saveData?: boolean; effectiveType?: string; type?: string} | null;
  /** Opened from the home screen or as an app of its own. */
  installed: boolean;
}

/** Whether the page is one that can be kept at all, if its reader asks. */
export const canKeep = ({able, protocol, framed, mode}: Surroundings): boolean =>
  able && /^https?:$/.test(protocol) && !framed && mode !== "embed";

/** Whether it is kept unasked: not where the reader saves data or the line is so slow that it would be felt. */
export const keepsUnasked = (around: Surroundings): boolean =>
  canKeep(around) && around.connection?.saveData !== true && !/2g$/.test(around.connection?.effectiveType ?? "");

/** Whether the map is kept too, which is as large as all the rest: for whoever presents or has installed it, else on a line that is not paid by the byte. */
export const keepsMap = (around: Surroundings): boolean => {
  const {installed, mode, connection} = around;
  if (!keepsUnasked(around)) return false;
  if (installed || mode === "present" || mode === "presenter") return true;
  return connection === null || (connection.type !== "cellular" && (connection.effectiveType ?? "4g") === "4g");
};

/** As the browser has it now. `mode` is the arrangement of the page. */
export function surroundings(mode: string): Surroundings {
  const {navigator} = window;
  const {connection, standalone} = navigator as {connection?: Surroundings["connection"]; standalone?: boolean};
  const installed = "(display-mode: standalone), (display-mode: minimal-ui), (display-mode: window-controls-overlay)";
  return {
    able: "serviceWorker" in navigator && "caches" in window && window.isSecureContext,
    protocol: location.protocol,
    framed: window.parent !== window,
    mode,
    connection: connection ?? null,
    installed: standalone === true || matchMedia(installed).matches,
  };
}
