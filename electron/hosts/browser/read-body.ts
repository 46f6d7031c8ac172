import type { IncomingMessage } from 'node:http';

/**
 * The whole body of a request, or 'too-large' as soon as that is known (before anything is read, where the request
 * says its length). Rejects when the request breaks off, so that half a request never acts.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | 'too-large'> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve('too-large');
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    const take = (chunk: Buffer): void => {
      sizeBytes += chunk.length;
      if (sizeBytes <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      request.off('data', take);
      request.resume(); // the rest is thrown away, or the sender would see a broken line instead of the answer
      resolve('too-large');
    };
    request.on('data', take);
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('request broke off'))); // no effect after 'end'
  });
}
