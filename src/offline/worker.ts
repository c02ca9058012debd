import {Keeper} from "./keeper.ts";
import type {Manifest} from "./manifest.ts";
import type {Answer, Said} from "./messages.ts";
import {routeOf} from "./routes.ts";

declare const self: ServiceWorkerGlobalScope;
/** Put in when the worker is built. */
declare const __MANIFEST__: Manifest;

const {scope} = self.registration;
const keeper = new Keeper(__MANIFEST__, {
  caches,
  scope,
  fetch: (request, init) => fetch(request, init),
  alive: async () => {
    const all = await self.clients.matchAll({type: "all", includeUncontrolled: true});
    return new Set(all.map(({id}) => id));
  },
  updating: () => self.registration.installing !== null || self.registration.waiting !== null,
  // The browser looks for a newer worker by itself, but takes its time.
  outdated: () => void self.registration.update().catch(() => {}),
});

// A page keeps its build whichever worker is at work, so that a new one need not wait until the last page is closed.
self.addEventListener("install", (event) => event.waitUntil(keeper.install().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim().then(() => keeper.sweep())));

self.addEventListener("fetch", (event) => {
  const route = routeOf(event.request, scope);
  if (route === null) return;
  const {request, clientId, resultingClientId} = event;
  event.respondWith(
    keeper.answer(route, {request, clientId, resultingClientId, waitUntil: (work) => event.waitUntil(work)}),
  );
});

self.addEventListener("message", (event) => {
  const said = event.data as Said;
  const answer = (found: Answer) => event.ports[0]?.postMessage(found);
  event.waitUntil(
    (async () => {
      if (said.say === "page") {
        await keeper.clients.set((event.source as Client | null)?.id ?? "", said.build);
        // The page that was here before it, of an older build perhaps, is gone by now.
        await keeper.sweep().catch(() => {});
      }
      if (said.say === "take-over") void self.skipWaiting();
      if (said.say === "keep-map") await keeper.keepMap().catch(() => {});
      answer(await keeper.status().catch(() => null));
    })(),
  );
});
