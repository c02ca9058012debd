/** The name, or the name with the first number from 2 that makes it unlike all that are taken; it is taken then. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} (${n})`;
  taken.add(free);
  return free;
}
