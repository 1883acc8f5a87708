import type { Level } from "../lib/types";

/** A state has a shape and a colour: colour alone does not tell everybody. Centred on 0, 0, sixteen wide. */
const SHAPES: Record<Level, { outline: string; sign: string }> = {
  ok: { outline: "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0Z", sign: "M-3 .3L-1 2.5L3.2 -2.4" },
  warn: { outline: "M0 -7.2L7.6 6.2H-7.6Z", sign: "M0 -2.6V1.6M0 3.9V4" },
  bad: { outline: "M-3 -7.2H3L7.2 -3V3L3 7.2H-3L-7.2 3V-3Z", sign: "M-2.6 -2.6L2.6 2.6M2.6 -2.6L-2.6 2.6" },
};

export function StateShape({ level }: { level: Level }) {
  return (
    <g class="state-shape" data-level={level} aria-hidden="true">
      <path class="outline" d={SHAPES[level].outline} />
      <path class="sign" d={SHAPES[level].sign} />
    </g>
  );
}

const NAMES: Record<Level, string> = { ok: "in order", warn: "to be watched", bad: "in trouble" };

export function StateIcon({ level }: { level: Level }) {
  return <svg class="state-icon" viewBox="-8 -8 16 16" width="16" height="16" role="img" aria-label={NAMES[level]}><StateShape level={level} /></svg>;
}
