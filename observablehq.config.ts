import {bringSql} from "./src/site/bring-sql.ts";
import {pages} from "./src/site/pages.ts";
import {renderHead, renderHeader} from "./src/site/shell.ts";

export default {
  root: "notebooks",
  output: "dist",
  title: "Lakebook",
  pages: pages(),
  style: "style.css",
  head: renderHead,
  header: renderHeader,
  footer: "",
  sidebar: false,
  toc: false,
  pager: false,
  // no font host, and addresses that every static server can answer
  globalStylesheets: [],
  preserveExtension: true,
  markdownIt: bringSql,
  interpreters: {".ts": ["node", "--import", "tsx"]}
};
