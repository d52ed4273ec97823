const rules = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  // data: for the tiny pictures that messages bring along, blob: for photos fetched through the desk.
  'img-src': "'self' data: blob:",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  // Text can never become markup: the page has no way to turn a string into HTML or script.
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
}

/** What our own page may load and run, as the value of a Content-Security-Policy header. Nothing comes from outside. */
export const contentPolicy = Object.entries(rules)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ')
