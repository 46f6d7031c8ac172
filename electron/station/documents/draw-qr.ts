import QRCode from 'qrcode';

/** A square code with its quiet zone left to the caller's white; `size` is its side in points. */
export function drawQr(
  document: PDFKit.PDFDocument,
  text: string,
  place: { x: number; y: number; size: number },
): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = place.size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    // Neighbouring dark modules become one bar: viewers show hairline gaps between separate squares.
    for (let column = 0; column < modules.size; column += 1) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column > start) document.rect(place.x + start * side, place.y + row * side, (column - start) * side, side);
    }
  }
  document.fill('#000000');
}
