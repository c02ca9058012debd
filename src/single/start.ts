import {keepScript, roleHere} from "./script.ts";

// One script is the page and all its workers, so that nothing is in the file twice.
switch (roleHere()) {
  case "table":
    void import("../data/worker.ts");
    break;
  case "importer":
    void import("../data/import/worker.ts");
    break;
  default:
    keepScript();
    void import("./page.ts");
}
