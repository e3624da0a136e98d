/**
 * The content policy of every page of the app: only its own files, no inline script or style. `nonce` admits the few style elements that the
 * component library makes while running; `socket` names the WebSocket of the page where 'self' is not enough.
 */
export function contentPolicy(nonce: string, socket = ''): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${socket === '' ? '' : ` ${socket}`}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // Text becomes a page only where these two read what was pasted.
    "require-trusted-types-for 'script'",
    'trusted-types oogst-pasted ProseMirrorClipboard',
  ].join('; ');
}

/** Pictures are only shown; an SVG that is opened as a page may do nothing. */
export const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Headers of every answer, whatever it is. */
export const quietHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), usb=(), serial=(), hid=(), payment=()',
  'Cache-Control': 'no-store',
};

const nonceSlot = /(<meta property="csp-nonce" nonce=")[^"]*(")/;

/** Puts the nonce of this load in the page, where the component library looks for it. */
export const withNonce = (page: string, nonce: string): string => page.replace(nonceSlot, `$1${nonce}$2`);
