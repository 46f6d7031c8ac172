import { useEffect, useRef, useState } from 'react';
import Pad from 'signature_pad';
import type { Drawing } from '../../shared/domain/drawing.ts';
import { drawingOf } from './drawing-of.ts';

interface SignaturePadProps {
  readonly label: string;
  /** After every stroke, and with null once it is empty. */
  readonly onDraw: (drawing: Drawing | null) => void;
}

/** Ink on paper, whatever the theme of the screen. */
const INK = '#12213d';

/** A wide field to sign in with mouse, finger or pen. */
export function SignaturePad({ label, onDraw }: SignaturePadProps) {
  const field = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Pad | null>(null);
  const tell = useRef(onDraw);
  const [isEmpty, setEmpty] = useState(true);
  useEffect(() => {
    tell.current = onDraw;
  });

  useEffect(() => {
    const canvas = field.current;
    if (canvas === null) return;
    const made = new Pad(canvas, { penColor: INK, minWidth: 1.4, maxWidth: 3.6, minDistance: 3 });
    pad.current = made;
    let drawnAt = 0;

    // A canvas of another size is an empty one: the strokes are drawn again, larger or smaller.
    function fit(target: HTMLCanvasElement): void {
      const width = target.clientWidth;
      if (width === 0 || width === drawnAt) return;
      const scale = drawnAt === 0 ? 1 : width / drawnAt;
      const strokes = made.toData().map((stroke) => ({
        ...stroke,
        points: stroke.points.map((point) => ({ ...point, x: point.x * scale, y: point.y * scale })),
      }));
      const density = Math.max(window.devicePixelRatio, 1);
      target.width = Math.round(width * density);
      target.height = Math.round(target.clientHeight * density);
      target.getContext('2d')?.scale(density, density);
      made.fromData(strokes);
      drawnAt = width;
    }

    function told(): void {
      if (canvas === null) return;
      setEmpty(made.isEmpty());
      tell.current(drawingOf(made.toData(), canvas.clientWidth, canvas.clientHeight));
    }

    fit(canvas);
    const watching = new ResizeObserver(() => fit(canvas));
    watching.observe(canvas);
    made.addEventListener('endStroke', told);
    return () => {
      watching.disconnect();
      made.off();
      pad.current = null;
    };
  }, []);

  return (
    <fieldset className="pad">
      <legend className="visually-hidden">{label}</legend>
      <canvas ref={field} className="pad-field" />
      {isEmpty && <p className="pad-hint">在此框内签名：鼠标、手指或手写笔均可</p>}
      <button
        type="button"
        className="button button-small pad-clear"
        disabled={isEmpty}
        onClick={() => {
          pad.current?.clear();
          setEmpty(true);
          onDraw(null);
        }}
      >
        清除重写
      </button>
    </fieldset>
  );
}
