const DAY = 86_400_000;

/** How many of a unit make a second. */
export const PER_SECOND = {MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n} as const;

/** A day counted from 1 January 1970, in ISO 8601; "" where no calendar reaches. */
export function dayText(days: number): string {
  const date = new Date(days * DAY);
  if (Number.isNaN(date.getTime())) return "";
  const text = date.toISOString().slice(0, -"T00:00:00.000Z".length);
  return text.replace(/^([+-])00(\d{4}-)/, (_, sign: string, rest: string) => (sign === "-" ? `-${rest}` : rest));
}

/** An instant counted from 1970 in ISO 8601, to the second or as much finer as it is; "" where no calendar reaches. */
export function instantText(units: bigint, perSecond: bigint): string {
  const perDay = perSecond * 86_400n;
  const rest = ((units % perDay) + perDay) % perDay;
  const date = dayText(Number((units - rest) / perDay));
  return date === "" ? "" : `${date}T${timeText(rest, perSecond)}`;
}

/** A time of day counted from midnight. */
export function timeText(units: bigint, perSecond: bigint): string {
  const seconds = Number(units / perSecond);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const whole = parts.map((part) => String(part).padStart(2, "0")).join(":");
  const fraction = units % perSecond;
  if (fraction === 0n) return whole;
  return `${whole}.${String(perSecond + fraction)
    .slice(1)
    .replace(/0+$/, "")}`;
}
