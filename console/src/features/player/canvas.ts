/**
 * The canvas, empty, as large as it is shown, with CSS pixels as its unit. Null before it has a size.
 * Its memory is made anew only when the size changes.
 */
export function prepared(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  if (!context || width <= 0 || height <= 0) return null;
  const ratio = window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

export function add(host: HTMLElement, tag: 'div' | 'canvas', className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.setAttribute('aria-hidden', 'true');
  host.append(element);
  return element;
}
