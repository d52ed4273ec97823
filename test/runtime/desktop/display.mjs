/** Whether someone sits before this machine: whether there is a screen that a window can be shown on. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
