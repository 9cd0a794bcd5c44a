import {configs as lit} from "eslint-plugin-lit";
import ts from "typescript-eslint";

export default ts.config(
  {
    ignores: [
      "dist",
      "node_modules",
      "notebooks/lib",
      "notebooks/loaders",
      "notebooks/.observablehq",
      ".lakebook",
      "test/.output"
    ]
  },
  ...ts.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: {allowDefaultProject: ["eslint.config.js", ".dependency-cruiser.cjs"]},
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        {considerDefaultExhaustiveForUnions: true}
      ],
      "no-console": "error",
      eqeqeq: ["error", "smart"]
    }
  },
  {files: ["components/**/*.ts"], ...lit["flat/recommended"]},
  {files: ["src/cli/**", "src/site/**", "loaders/**", "test/**"], rules: {"no-console": "off"}},
  {files: ["**/*.js", "**/*.cjs"], ...ts.configs.disableTypeChecked}
);
