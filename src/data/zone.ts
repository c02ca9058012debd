const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Wall clock of one IANA zone. `wall(instant)` is the zone's clock reading at a UTC instant, as the ms that `Date.UTC` gives for that reading.
 * Offsets are looked up once a UTC day unless the day holds a change of offset. Throws a RangeError for a name that is not a zone.
 */
export class Zone {
  readonly name: string;
  #format: Intl.DateTimeFormat | null;
  #offsets = new Map<number, number>();

  constructor(name: string) {
    this.name = name;
    this.#format =
      name === "UTC"
        ? null
        : new Intl.DateTimeFormat("en-US", {
            timeZone: name,
            hourCycle: "h23",
            era: "short",
            year: "numeric",
            month: "numeric",
            day: "numeric",
            hour: "numeric",
            minute: "numeric",
            second: "numeric",
          });
  }

  wall(instant: number): number {
    if (this.#format === null) return instant;
    const day = Math.floor(instant / DAY);
    let offset = this.#offsets.get(day);
    if (offset === undefined) {
      const first = this.#offsetAt(day * DAY);
      offset = first === this.#offsetAt(day * DAY + DAY - MINUTE) ? first : NaN;
      this.#offsets.set(day, offset);
    }
    return instant + (Number.isNaN(offset) ? this.#offsetAt(instant) : offset);
  }

  #offsetAt(instant: number): number {
    const part: Record<string, string> = {};
    for (const {type, value} of this.#format!.formatToParts(instant)) part[type] = value;
    const year = part["era"] === "BC" ? 1 - Number(part["year"]) : Number(part["year"]);
    const wall = new Date(0);
    wall.setUTCFullYear(year, Number(part["month"]) - 1, Number(part["day"]));
    wall.setUTCHours(Number(part["hour"]), Number(part["minute"]), Number(part["second"]));
    return wall.getTime() - Math.floor(instant / 1000) * 1000;
  }
}
