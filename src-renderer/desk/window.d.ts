import type { Desk } from '../../src-preload/contract/desk'

declare global {
  interface Window {
    /** The only way from the window to the desk; put there by the preload script. */
    readonly desk: Desk
  }
}
