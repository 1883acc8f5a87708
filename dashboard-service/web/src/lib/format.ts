const whole = new Intl.NumberFormat("en-GB");

export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : whole.format(value);
}

/** How many of something that takes an s. */
export function many(value: number, thing: string): string {
  return `${count(value)} ${thing}${value === 1 ? "" : "s"}`;
}

/** Three significant digits are enough to read a rate. */
export function rate(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return value >= 100 ? whole.format(Math.round(value)) : String(Math.round(value * 10) / 10);
}

export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined) return "–";
  if (share === 0) return "0 %";
  const value = share * 100;
  return (value > 0 && value < 1 ? value.toFixed(2) : value.toFixed(value < 10 ? 1 : 0)) + " %";
}

export function millis(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  if (value < 1) return "< 1 ms";
  return value < 1000 ? Math.round(value) + " ms" : seconds(value / 1000);
}

export function seconds(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  if (value < 10) return Math.round(value * 10) / 10 + " s";
  if (value < 120) return Math.round(value) + " s";
  if (value < 7200) return Math.round(value / 60) + " min";
  return value < 172800 ? Math.round(value / 3600) + " h" : Math.round(value / 86400) + " d";
}

export function bytes(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  if (value < 1024) return value + " B";
  return value < 1048576 ? (value / 1024).toFixed(1) + " KiB" : (value / 1048576).toFixed(1) + " MiB";
}

/** A time as the server reads it, to the second. */
export function iso(epochSeconds: number): string {
  return new Date(Math.floor(epochSeconds) * 1000).toISOString().slice(0, 19) + "Z";
}

/** The time of day in UTC, which is what the topics say. */
export function clock(iso: string | null | undefined): string {
  return iso ? iso.slice(11, 19) : "–";
}

export function moment(iso: string | null | undefined): string {
  return iso ? iso.slice(0, 10) + " " + iso.slice(11, 19) : "–";
}

export function words(name: string): string {
  return name.replaceAll("_", " ");
}

/** Today's times are enough by the clock. */
export function when(iso: string): string {
  return iso.slice(0, 10) === new Date().toISOString().slice(0, 10) ? clock(iso) : moment(iso);
}
