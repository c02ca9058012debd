/** What pages around a frame send it again and again: a command, requests of three kinds of hosts, and what is none of them. */
export const MESSAGES = [
  {source: "dateline", v: 1, call: 1, type: "command", name: "seek", data: "2023-11-05"},
  "pymxPYMxaxPYMxwidthxPYMx1",
  "[iFrameSizer]resize",
  {sentinel: "amp", type: "frames-init"},
  {a: [1, 2, {}]},
];
