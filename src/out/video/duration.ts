/** `45 s`, `2 min 5 s`, `1 h 10 min`: as long as something takes, in at most two units. `locale` as of Intl. */
export function durationText(seconds: number, locale: string): string {
  const whole = Math.max(1, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const parts: [number, string][] =
    hours > 0
      ? [
          [hours, "hour"],
          [minutes, "minute"],
        ]
      : [
          [minutes, "minute"],
          [rest, "second"],
        ];
  return parts
    .filter(([value]) => value > 0)
    .map(([value, unit]) => new Intl.NumberFormat(locale, {style: "unit", unit, unitDisplay: "short"}).format(value))
    .join(" ");
}
