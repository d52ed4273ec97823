import { create } from 'zustand'

/** Whether the palette is open. */
export const usePaletteOpen = create<{ readonly open: boolean }>(() => ({ open: false }))

export function openPalette(): void {
  usePaletteOpen.setState({ open: true })
}

export function closePalette(): void {
  usePaletteOpen.setState({ open: false })
}
