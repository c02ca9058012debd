/** Goes through a list without anything that the page may have put in the place of the browser's own. */
export function loop<T>(list: ArrayLike<T>, callback: (item: T) => void): void {
  for (let i = 0; i < list.length; i++) callback(list[i]!);
}
