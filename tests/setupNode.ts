/** Browsers have it, and what was given back with it cannot be read any more: so it must be in tests as well. */
const {prototype} = ArrayBuffer as unknown as {prototype: ArrayBuffer & {transfer?(length: number): ArrayBuffer}};
prototype.transfer ??= function (this: ArrayBuffer, length: number) {
  return structuredClone(this, {transfer: [this]}).slice(0, length);
};
