// The build bundles such an import into the text of a script to run in the page.
declare module '*?page-script' {
  export const pageScript: string;
}
