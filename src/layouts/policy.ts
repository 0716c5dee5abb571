/**
 * The content security policy of every page. No inline script or style, no other host; WebAssembly is for the search.
 * `public/_headers` repeats it for hosts that can send headers (a test keeps the two alike).
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
