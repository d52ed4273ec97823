import { toast } from './toast-store'

/** Puts words on the clipboard and says so: `said` names them. The system may refuse a window without the focus. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    toast({ tone: 'bad', text: 'The clipboard did not take it. Try again.', key: 'copied' })
    return
  }
  toast({ tone: 'good', text: said, key: 'copied' })
}
