import { useState } from 'react'
import { ask, failureOf } from '../../desk/ask'

/** Saving one file to where the agent wants it: whether it is under way, and why it did not work. */
export function useSaving(ticketId: string, fileId: string) {
  const [isBusy, setBusy] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const [why, setWhy] = useState<string | null>(null)

  async function save() {
    if (isBusy) return
    setBusy(true)
    setWhy(null)
    try {
      setSaved(await ask(window.desk.files.save({ ticketId, fileId })))
    } catch (thrown) {
      setWhy(failureOf(thrown).message)
    }
    setBusy(false)
  }

  return { isBusy, isSaved, why, save: () => void save() }
}
