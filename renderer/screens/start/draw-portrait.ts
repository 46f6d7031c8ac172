import type { InventedPerson } from '../../../shared/rehearsal/invent-roster.ts';
import { rehearsalText } from '../../text/rehearsal.ts';

/** As candidates' photos are: 295 × 413, red ground. */
const WIDTH = 295;
const HEIGHT = 413;
const MIDDLE = WIDTH / 2;
const RED = '#c8102e';
const SKINS = ['#f3cfb0', '#eabf98', '#f6d9bf', '#dfae86'];
const HAIRS = ['#1f1a18', '#2d211b', '#3a2a20'];
const CLOTHES = ['#3b5b8c', '#4b6b57', '#6b5a7d', '#7a6150', '#41525f', '#f2f4f7'];

/**
 * A figure that is clearly nobody's photo: drawn, with the surname on the chest and 演练 across. JPEG as base64. Features
 * follow the seat, so that the people differ and are the same again.
 */
export function drawPortrait({ seat, name, gender }: InventedPerson): string {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas to draw on');
  const of = <T>(choices: readonly T[], step: number): T => choices[(seat * step) % choices.length] as T; // never empty
  const skin = of(SKINS, 3);
  const hair = of(HAIRS, 5);
  const clothes = of(CLOTHES, 7);

  pen.fillStyle = RED;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  if (gender === '女') drawLongHair(pen, hair, seat);
  drawShoulders(pen, clothes);
  fillRound(pen, skin, { x: MIDDLE - 30, y: 238, width: 60, height: 74, radius: 26 });
  fillOval(pen, skin, { x: MIDDLE, y: 176, rx: 71, ry: 88 });
  drawHairCap(pen, hair, { seat, isLong: gender === '女' });
  drawFace(pen, seat);
  write(pen, [...name][0] ?? '', { y: 372, size: 52, ink: clothes === '#f2f4f7' ? '#39414d' : '#ffffff' });
  drawMark(pen);
  return canvas.toDataURL('image/jpeg', 0.86).split(',', 2)[1] ?? '';
}

interface Oval {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

type Pen = CanvasRenderingContext2D;

function fillOval(pen: Pen, ink: string, { x, y, rx, ry }: Oval): void {
  pen.fillStyle = ink;
  pen.beginPath();
  pen.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  pen.fill();
}

function fillRound(pen: Pen, ink: string, { x, y, width, height, radius }: Box): void {
  pen.fillStyle = ink;
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  pen.fill();
}

function drawLongHair(pen: Pen, ink: string, seat: number): void {
  const length = 150 + (seat % 3) * 34;
  fillRound(pen, ink, { x: MIDDLE - 88, y: 110, width: 176, height: length, radius: 60 });
}

function drawShoulders(pen: Pen, ink: string): void {
  fillRound(pen, ink, { x: 26, y: 292, width: WIDTH - 52, height: 190, radius: 74 });
  pen.fillStyle = '#ffffff';
  pen.beginPath();
  pen.moveTo(MIDDLE - 34, 290);
  pen.lineTo(MIDDLE, 330);
  pen.lineTo(MIDDLE + 34, 290);
  pen.closePath();
  pen.fill();
}

function drawHairCap(pen: Pen, ink: string, { seat, isLong }: { seat: number; isLong: boolean }): void {
  const brow = 132 + (seat % 4) * 7;
  pen.save();
  pen.beginPath();
  pen.rect(0, 60, WIDTH, brow - 60);
  pen.clip();
  fillOval(pen, ink, { x: MIDDLE, y: 168, rx: isLong ? 84 : 78, ry: 96 });
  pen.restore();
}

function drawFace(pen: Pen, seat: number): void {
  const ink = '#2b2320';
  for (const side of [-1, 1]) {
    fillOval(pen, ink, { x: MIDDLE + side * 28, y: 182, rx: 6, ry: 7 });
    if (seat % 5 === 0) drawGlass(pen, MIDDLE + side * 28);
  }
  pen.strokeStyle = ink;
  pen.lineWidth = 4;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.arc(MIDDLE, 206, 20 + (seat % 3) * 3, Math.PI * 0.2, Math.PI * 0.8);
  pen.stroke();
}

function drawGlass(pen: Pen, x: number): void {
  pen.strokeStyle = '#2b2320';
  pen.lineWidth = 4;
  pen.beginPath();
  pen.arc(x, 182, 21, 0, Math.PI * 2);
  pen.stroke();
}

function write(pen: Pen, text: string, { y, size, ink }: { y: number; size: number; ink: string }): void {
  pen.fillStyle = ink;
  pen.font = `700 ${size}px "Noto Sans SC", "Rare Han SC", sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, MIDDLE, y);
}

/** Across the whole picture, over nothing that tells one figure from the other. */
function drawMark(pen: Pen): void {
  pen.save();
  pen.globalAlpha = 0.9;
  write(pen, rehearsalText.mark, { y: 36, size: 40, ink: '#ffffff' });
  pen.restore();
}
