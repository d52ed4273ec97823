import type { ReactNode } from 'react'

/** A drawing of our own on lucide's grid, for what lucide has no shape for. */
export function Shape({ size = 14, children }: { readonly size?: number; readonly children: ReactNode }) {
  return (
    <svg
      className="shape"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}
