/**
 * What the page may do, sent with every response. It loads only what this host serves; no script but our files, no
 * eval, no HTML made from text (nothing of ours or of our libraries makes a Trusted Types policy). Styles keep
 * 'unsafe-inline': React components place their popovers by it. `frame-src blob:` shows a PDF. `connections` are the
 * addresses besides the page's own origin that it may talk to.
 */
export function policyHeaders(connections: readonly string[] = []): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connections].join(' '),
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // The camera, for our own page alone: it reads the code on a paper (核验).
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=()',
    // Nothing of an exam day stays in the browser's cache.
    'Cache-Control': 'no-store',
  };
}
