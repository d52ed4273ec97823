import { create } from 'zustand'

/** What the bar of the open ticket is asked to open: a menu, the explanation, the title, or the hold dialog. */
export type Asked = 'status' | 'priority' | 'assignee' | 'explain' | 'title' | 'hold'

/** One thing at a time; null when nothing is open. */
export const useAsked = create<{ readonly asked: Asked | null }>(() => ({ asked: null }))

/** Opens it, or closes it with null. */
export const askFor = (asked: Asked | null) => useAsked.setState({ asked })

/** It is closed, unless it led to something else, as the choice of a hold in the menu of statuses does. */
export const doneAsking = (asked: Asked) => {
  if (useAsked.getState().asked === asked) askFor(null)
}
