/** A stroke with round ends between two points, in the mark's 32 by 32 grid. */
interface Stroke {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

const GRID = 32;

/** Tieout's mark: an equals sign whose lower line turns into a tick, white on one accent colour. */
const MARK = {
  accent: [15, 108, 92],
  margin: 0,
  radius: 7,
  width: 4,
  strokes: [
    { from: [7, 10], to: [16, 10] },
    { from: [7, 18], to: [12, 18] },
    { from: [12, 18], to: [16.5, 24] },
    { from: [16.5, 24], to: [25, 10] },
  ] as readonly Stroke[],
} as const;

/** The mark as an SVG document. */
export function markSvg(): string {
  const { accent, margin, radius, width, strokes } = MARK;
  const side = GRID - 2 * margin;
  const lines = strokes.map(({ from, to }) => `M${from.join(' ')}L${to.join(' ')}`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${GRID} ${GRID}">` +
    `<rect x="${margin}" y="${margin}" width="${side}" height="${side}" rx="${radius}" fill="rgb(${accent.join(',')})"/>` +
    `<path d="${lines}" fill="none" stroke="#fff" stroke-width="${width}" stroke-linecap="round"/></svg>\n`
  );
}

/** The mark as `size` × `size` pixels of red, green, blue and opacity, row by row. */
export function markPixels(size: number): Uint8Array {
  const samples = 5;
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let plate = 0;
      let white = 0;
      for (let i = 0; i < samples * samples; i++) {
        const px = ((x + ((i % samples) + 0.5) / samples) * GRID) / size;
        const py = ((y + (Math.floor(i / samples) + 0.5) / samples) * GRID) / size;
        if (!onPlate(px, py)) continue;
        plate += 1;
        if (MARK.strokes.some((stroke) => touches(stroke, px, py))) white += 1;
      }
      const share = plate === 0 ? 0 : white / plate;
      pixels.set(
        [...MARK.accent.map((channel) => Math.round(channel + (255 - channel) * share)), Math.round((255 * plate) / samples ** 2)],
        (y * size + x) * 4,
      );
    }
  }
  return pixels;
}

function onPlate(x: number, y: number): boolean {
  const half = GRID / 2 - MARK.margin - MARK.radius;
  const dx = Math.max(0, Math.abs(x - GRID / 2) - half);
  const dy = Math.max(0, Math.abs(y - GRID / 2) - half);
  return dx * dx + dy * dy <= MARK.radius ** 2;
}

function touches({ from, to }: Stroke, x: number, y: number): boolean {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  const awayX = x - from[0] - t * dx;
  const awayY = y - from[1] - t * dy;
  return awayX * awayX + awayY * awayY <= (MARK.width / 2) ** 2;
}
