/** Ms between two words on how far a reading is. */
const PACE = 80;

/** A question that is answered with yes when as much time has gone by since the last yes as lies between two words on how far a reading is. */
export function isTimeAgain(): () => boolean {
  let last = 0;
  return () => {
    const now = performance.now();
    if (now - last < PACE) return false;
    last = now;
    return true;
  };
}
