// Stands in for `idb-keyval`: a file keeps nothing, since all files of a computer would share what is kept.
const refused = (): never => {
  throw new DOMException("a file keeps nothing", "NotSupportedError");
};

export const createStore = refused;
export const get = refused;
export const set = refused;
export const del = refused;
