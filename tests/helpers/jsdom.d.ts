/** Only what the tests of files use of it. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string);
    readonly window: {
      DOMParser: new () => { parseFromString(text: string, type: string): { querySelector(selector: string): { textContent: string } | null } };
    };
  }
}
