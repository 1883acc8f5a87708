/** The map's own units. */
export const WIDTH = 960;
export const HEIGHT = 500;

/**
 * Natural Earth (Tom Patterson; polynomials by Šavrič, Jenny, Patterson, Petrovič, Hurni 2011): parallels are straight, meridians bend.
 * Radians in; x and y in radii of the globe.
 */
function width(phi: number): number {
  const p2 = phi * phi;
  const p4 = p2 * p2;
  return 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4));
}

function height(phi: number): number {
  const p2 = phi * phi;
  const p4 = p2 * p2;
  return phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
}

const HALF_TURN = Math.PI;
const POLE = Math.PI / 2;
const SCALE = Math.min(WIDTH / (2 * HALF_TURN * width(0)), HEIGHT / (2 * height(POLE)));
const DEGREES = 180 / Math.PI;
/** Halvings of the way from pole to pole: less than a metre is left. */
const HALVINGS = 26;

/** Where a place lies on the map. */
export function onMap(lon: number, lat: number): [x: number, y: number] {
  const phi = lat / DEGREES;
  return [WIDTH / 2 + (SCALE * lon * width(phi)) / DEGREES, HEIGHT / 2 - SCALE * height(phi)];
}

/** The degrees of a point of the map; beside the globe, the nearest ones. */
export function whereOf(x: number, y: number): [lon: number, lat: number] {
  const wanted = (HEIGHT / 2 - y) / SCALE;
  let [low, high] = [-POLE, POLE];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (height(middle) < wanted) low = middle;
    else high = middle;
  }
  const lon = (((x - WIDTH / 2) / SCALE) / width(low)) * DEGREES;
  return [Math.min(180, Math.max(-180, lon)), low * DEGREES];
}
