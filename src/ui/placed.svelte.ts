/** Px to either side to which an element may be moved, and times that it may be stretched. */
const REACH = 100_000;
const MOST = 10_000;
/** Parts of a px, and of the width, that are told apart. */
const PX_PARTS = 64;
const WIDTH_PARTS = 65_536;
/** Ms of an animation for a px and for once the width: browsers count them in thousandths, so that each part stands as it is given. */
const MS_A_PX = 8;
const MS_A_WIDTH = 1000;

/** To the nearest part of a px in which things are placed, so that one that is moved on and back stands where it was. */
export const snapped = (px: number): number => Math.round(px * PX_PARTS) / PX_PARTS;

/**
 * Has an element stand `x` px to the right of where it is laid out, and be `stretch` times as wide from its left edge, none for less than 0, as
 * both change. An animation does it that never runs but is set to its place: the compositor moves that by itself, where a style of its own has
 * the layers of the whole page put together anew with every change. Without animations it is that style.
 */
export const placed =
  (x: () => number, stretch?: () => number) =>
  (element: HTMLElement): (() => void) | undefined => {
    if (typeof element.animate !== "function") {
      $effect(() => {
        const scaled = stretch === undefined ? "" : ` scaleX(${Math.max(0, stretch())})`;
        element.style.transform = `translateX(${x()}px)${scaled}`;
      });
      return undefined;
    }
    const moved = held(
      element,
      {translate: [`${-REACH}px`, `${REACH}px`]},
      2 * REACH * MS_A_PX,
      () => (REACH + Math.min(Math.max(snapped(x()), -REACH), REACH)) * MS_A_PX,
    );
    if (stretch === undefined) return () => moved.cancel();
    const stretched = held(element, {scale: ["0 1", `${MOST} 1`]}, MOST * MS_A_WIDTH, () => {
      const times = Math.round(stretch() * WIDTH_PARTS) / WIDTH_PARTS;
      return Math.min(Math.max(times, 0), MOST) * MS_A_WIDTH;
    });
    return () => {
      moved.cancel();
      stretched.cancel();
    };
  };

/** An animation of so many ms that stands at the one which `time` gives. */
function held(element: HTMLElement, frames: PropertyIndexedKeyframes, duration: number, time: () => number): Animation {
  const animation = element.animate(frames, {duration, fill: "both"});
  animation.pause();
  animation.playbackRate = 0;
  let stands = NaN;
  $effect(() => {
    const now = time();
    if (now !== stands) animation.currentTime = stands = now;
  });
  return animation;
}
