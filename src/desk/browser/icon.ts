import { html, type TemplateResult } from 'lit-html'

const paths = {
  alert: 'M12 4l9 16H3z M12 10v4.5M12 17.2v.1',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.500h-15zM10 20.500h4',
  'bell-off':
    'M4 4l16 16 M6 16.5V11c0-1.100.3-2.100.8-3M9.4 5.600A6 6 0 0 1 18 11v4M16.500 18h-12l1.5-1.500M10 20.500h4',
  book: 'M5 4.5h11.5a2 2 0 0 1 2 2V20H7a2 2 0 0 1-2-2zM5 18a2 2 0 0 1 2-2h11.5M9 8.5h6',
  chat: 'M4 5h16v11H10l-4.5 4V16H4z M8 9h8M8 12.2h5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M20.500 12a8.500 8.500 0 1 1-17 0a8.500 8.500 0 1 1 17 0 M12 7.5V12l3 2',
  copy: 'M8 8h12v12H8z M16 8V4H4v12h4',
  dots: 'M4.500 12h1M11.5 12h1M18.5 12h1',
  flag: 'M6 21V4h11l-2.5 4L17 12H6',
  info: 'M20.500 12a8.500 8.500 0 1 1-17 0a8.500 8.500 0 1 1 17 0 M12 11v5M12 7.8v.1',
  keys: 'M4.500 6h15a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z M6 9.500h.1M9.5 9.500h.1M13 9.500h.1M16.5 9.500h.1M6 12.500h.1M9.5 12.500h.1M13 12.500h.1M16.5 12.500h.1M8 15.300h8',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5M8.5 8.500h7M8.5 12h4',
  offline:
    'M4 4l16 16 M3 9.500a13 13 0 0 1 4.5-2.700M11 6a13 13 0 0 1 10 3.500M6.5 13a8 8 0 0 1 4-2.200M15 11.200a8 8 0 0 1 2.5 1.800M10 16.500a3 3 0 0 1 4 0',
  person:
    'M15.750 8a3.750 3.750 0 1 1-7.500 0a3.750 3.750 0 1 1 7.500 0 M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  phone:
    'M7 3.5l2.5 4.5-2 2c1 2.6 3.9 5.5 6.5 6.5l2-2 4.5 2.5c-.2 2.3-1.7 4-4 4C9.8 21 3 14.2 3 7.5c0-2.3 1.7-3.8 4-4z',
  refresh: 'M20 12a8 8 0 1 1-2.4-5.700M20 3.500v4h-4',
  send: 'M5 12h13M12 5.5l6.5 6.5-6.5 6.5',
  sms: 'M4 5h16v11H10l-4.5 4V16H4z',
  undo: 'M4 9h10a5.5 5.5 0 0 1 0 11H8M8 4.500L3.5 9 8 13.5',
}
export type IconName = keyof typeof paths

export function icon(name: IconName, more = ''): TemplateResult {
  return html`<svg class=${`icon ${more}`} viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name]} /></svg>`
}
