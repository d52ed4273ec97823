import { create } from 'zustand'

/** Whether the sheet of all keys is open. */
export const useKeySheetOpen = create<{ readonly open: boolean }>(() => ({ open: false }))

export function openKeySheet(): void {
  useKeySheetOpen.setState({ open: true })
}

export function closeKeySheet(): void {
  useKeySheetOpen.setState({ open: false })
}
