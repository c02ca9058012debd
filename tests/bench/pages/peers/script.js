/** Runs a script as it was published, for what breaks when it is bundled. */
export function runScript(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${url} did not load`));
    script.src = url;
    document.head.append(script);
  });
}
