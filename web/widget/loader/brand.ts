/** Colour of a site as numbers; only `#rgb` and `#rrggbb` are taken. */
function channels(colour: string): [number, number, number] | null {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(colour);
  const hex = short ? short.slice(1).map((digit) => digit + digit) : null;
  const long = hex ?? /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)?.slice(1);
  if (!long) return null;
  return long.map((pair) => Number.parseInt(pair, 16)) as [number, number, number];
}

function luminance(rgb: [number, number, number]): number {
  const [r, g, b] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Black or white, whichever reads better on that colour. Null for what is not a colour. */
export function textOn(colour: string): "#000000" | "#ffffff" | null {
  const rgb = channels(colour);
  if (!rgb) return null;
  const light = luminance(rgb);
  return (light + 0.05) / 0.05 > 1.05 / (light + 0.05) ? "#000000" : "#ffffff";
}

/** Puts the site's colour on launcher, send button and visitor bubbles. */
export function applyBrand(root: HTMLElement, colour: string | null | undefined): void {
  const text = colour ? textOn(colour) : null;
  if (!colour || !text) return;
  root.style.setProperty("--brand", colour);
  root.style.setProperty("--bubble", colour);
  root.style.setProperty("--on-brand", text);
  root.style.setProperty("--on-bubble", text);
}
