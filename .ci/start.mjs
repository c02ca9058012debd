import {connect} from "node:net";
import {checkNode, ensureModules, root, stop} from "./setup.mjs";

const port = Number(process.env.PORT ?? 4173);

checkNode();
if (!Number.isInteger(port) || port < 1 || port > 65535)
  stop(`PORT is "${process.env.PORT}": give a number up to 65535.`);
if ((await taken("127.0.0.1")) || (await taken("::1"))) {
  const other = port === 4173 ? 4180 : port + 1;
  const again = process.platform === "win32" ? `set PORT=${other} && npm start` : `PORT=${other} npm start`;
  stop(`Port ${port} is in use, perhaps by another Dateline. Stop that program, or choose a port: ${again}`);
}
ensureModules();

const {build, preview} = await import("vite");
console.log("Building ...");
try {
  await build({root, logLevel: "warn"});
} catch (error) {
  stop(`The build failed: ${error.message}`);
}

const server = await preview({root, preview: {port, strictPort: true}});
console.log(`\nDateline is at ${server.resolvedUrls.local[0]}\nPress Ctrl-C to stop.\n`);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server.close();
    process.exit(0);
  });
}

function taken(host) {
  return new Promise((resolve) => {
    const socket = connect({host, port});
    socket.once("connect", () => (socket.destroy(), resolve(true)));
    socket.once("error", () => resolve(false));
  });
}
