import {OVERLAP} from "./open-models.ts";
import {TASKS} from "./tasks.ts";

/** What `--help` prints. */
export const usage = `usage: npm run eval -- [--data DIR] [--model NAME]... [--only TASK]... [--dimensions N,N...] [--spread] [--json]
       npm run eval -- --leaks --corpus DIR [--data DIR] [--json]

Prints quality figures of embedding models and of what is built on them.

  --data DIR        the collections (../shared/data if left out)
  --model NAME      a path, or (the beginning of) a folder's name in data/models or models/ of the data; "${OVERLAP}": no model,
                    but the words that texts share; several for several columns (builtin and ${OVERLAP} if left out)
  --only TASK       this task only (there are: ${Object.keys(TASKS).join(", ")})
  --dimensions N,N  cut vectors to their first N numbers, and give each length that a model has a column
  --spread          add the mean, least and greatest value over the models, as for seeds of one recipe
  --leaks           tell which texts of the collections stand in the corpus: sentences that are the same but for case and
                    marks, and texts that share 8 words in a row
  --corpus DIR      the text that a model was trained on (.txt, .txt.xz)
  --json            one JSON object a line: {"task", "model", "collection", "measure", "value", "count"}

Collections, in the folder itself, in eval/, search/ or topics/ of it. One that is missing is named and left out.

  sts      stsb/stsb-en-{dev,train,test}.csv (two texts, score) or stsbenchmark/sts-{dev,train,test}.csv (tabs, as first
           handed out); patent_phrases/patent-test.csv. Spearman's correlation of cosines with ratings
  classes  BBC: bbc-text.csv (category,text), or bbc/ with a folder for each class. AG News: ag_news_csv/test.csv
           (class,title,description), its first 3,000. 20 newsgroups: 20news-bydate-test/ with a folder for each class,
           headers, quotes and signatures stripped as scikit-learn does, or 20newsgroups.csv (label,text), 2,000 spaced
           evenly in order of class and name. Each also as .jsonl. Of the 5 nearest by cosine most tell the class, the
           nearest where they do not agree; a text is not its own neighbour
  search   cranfield/ with cran.all.1400, cran.qry, cranqrel (queries by their order in the file; grades 1 to 4 are answers,
           -1 and 5 are none), or with corpus.jsonl, queries.jsonl, qrels/*.tsv as BEIR has it; others of BEIR's form.
           nDCG@10 of words (BM25), of plain cosines (vectors), of the product's meaning (centred) and search (fused)
`;
