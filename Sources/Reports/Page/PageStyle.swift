/// The styles of pages: light and dark, on a phone, on a wide screen and on paper.
enum PageStyle {
    /// The style sheet.
    static let source = """
        :root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #59616b; --line: #d8dce2;
          --code: #f5f6f8; --accent: #003c8f; --bad: #b3261e; --bad-paper: #fdf0ef; --warn-paper: #fff8e5;
          --k: #8f1d6b; --s: #b0341a; --c: #5c6670; --n: #1750a8; --t: #0b6570; --f: #3b4d8f; --m: #7a4d00;
          --ansi-0: #1b1f24; --ansi-1: #b3261e; --ansi-2: #1a7032; --ansi-3: #855c00; --ansi-4: #1750a8;
          --ansi-5: #8f1d6b; --ansi-6: #0b6570; --ansi-7: #737b85; --ansi-8: #59616b; --ansi-9: #d0392f;
          --ansi-10: #2a8a45; --ansi-11: #9c6f00; --ansi-12: #2a66c8; --ansi-13: #a83a85; --ansi-14: #157d8a;
          --ansi-15: #4a515a; }
        @media screen and (prefers-color-scheme: dark) { :root { --paper: #15181e; --ink: #e6e9ee; --soft: #a3acb8;
          --line: #343a44; --code: #1e222a; --accent: #8ab4ff; --bad: #ff8a80; --bad-paper: #2e1c1d;
          --warn-paper: #2b2617; --k: #f08bd0; --s: #ffa284; --c: #98a2ae; --n: #8ab4ff; --t: #6fd3de;
          --f: #b3bfff; --m: #e8b962; --ansi-0: #8f99a5; --ansi-1: #ff8a80; --ansi-2: #7fd694; --ansi-3: #e8c062;
          --ansi-4: #8ab4ff; --ansi-5: #f08bd0; --ansi-6: #6fd3de; --ansi-7: #cfd5dd; --ansi-8: #a3acb8;
          --ansi-9: #ffa59e; --ansi-10: #9fe3af; --ansi-11: #f3d285; --ansi-12: #a9c8ff; --ansi-13: #f7abdd;
          --ansi-14: #93e2ea; --ansi-15: #fff; } }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6;
          font-family: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
          overflow-wrap: break-word; }
        a { color: var(--accent); text-underline-offset: .15em; }
        .page { max-width: 50rem; margin: 0 auto; padding: 1rem 1rem 4rem; }
        .top { color: var(--soft); font-size: .9rem; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; text-wrap: balance; }
        h1 { font-size: 1.9rem; margin-top: .6em; } h2 { font-size: 1.4rem; } h3 { font-size: 1.15rem; }
        h4, h5, h6 { font-size: 1rem; }
        p, ul, ol, dl, blockquote, table, figure, pre { margin: .7em 0; }
        ul, ol { padding-left: 1.6em; } li.task { list-style: none; margin-left: -1.4em; }
        blockquote { border-left: 3px solid var(--line); padding-left: 1em; margin-left: 0; color: var(--soft); }
        hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0; }
        img, svg { max-width: 100%; height: auto; }
        audio { max-width: 100%; }
        code, pre, kbd, samp, tt { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
          font-size: .875em; }
        :not(pre) > code { background: var(--code); border-radius: 3px; padding: .1em .3em; }
        code.tex { white-space: pre-wrap; color: var(--bad); }
        pre { overflow-x: auto; line-height: 1.45; tab-size: 4; }
        pre code { font-size: 1em; }
        .box { position: relative; }
        pre.code { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: .7em .9em; }
        .copy { position: absolute; top: .35em; right: .35em; font: inherit; font-size: .75rem; padding: .15em .6em;
          color: var(--soft); background: var(--paper); border: 1px solid var(--line); border-radius: 4px;
          cursor: pointer; opacity: 0; }
        .box:hover .copy, .copy:focus-visible { opacity: 1; }
        @media (hover: none) { .copy { opacity: .85; } }
        .k { color: var(--k); } .s { color: var(--s); } .c { color: var(--c); font-style: italic; } .n { color: var(--n); }
        .t { color: var(--t); } .f { color: var(--f); } .m { color: var(--m); }
        .cell { position: relative; }
        .count { color: var(--soft); font-size: .7rem; font-family: ui-monospace, monospace; display: block;
          margin-bottom: -.6em; }
        .output { margin: .5em 0 1em; }
        .output > pre, .output .plain { margin: .3em 0; padding: .2em .9em; max-height: 36rem; overflow: auto; }
        .output > .html { overflow-x: auto; padding: 0 .9em; }
        .output figure { margin: .5em 0; padding: 0 .9em; }
        .output figure img { display: block; }
        pre.stderr { background: var(--warn-paper); border-radius: 4px; }
        pre.error { background: var(--bad-paper); border-left: 3px solid var(--bad); border-radius: 0 4px 4px 0; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        .text table { display: block; overflow-x: auto; width: max-content; max-width: 100%; }
        .text th, .text td { border-bottom: 1px solid var(--line); padding: .3em .8em; text-align: left; vertical-align: top; }
        .text thead th { border-bottom: 2px solid var(--line); }
        .dataframe th, .dataframe td { padding: .25em .7em; text-align: right; }
        details { margin: .7em 0; border: 1px solid var(--line); border-radius: 6px; padding: 0 .9em; }
        summary { cursor: pointer; padding: .4em 0; color: var(--soft); }
        details[open] > summary { border-bottom: 1px solid var(--line); }
        .alert { border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 4px; padding: .6em 1em; margin: .8em 0; }
        .alert-warning { border-left-color: #c98a00; background: var(--warn-paper); }
        .alert-danger { border-left-color: var(--bad); background: var(--bad-paper); }
        .alert-success { border-left-color: #1a7032; }
        math { font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", "Libertinus Math", "DejaVu Math TeX Gyre", math; font-size: 1.08em; }
        math[display="block"] { margin: .6em 0; }
        p:has(> math[display="block"]), .output > .formula { overflow-x: auto; overflow-y: hidden; padding: .2em 0; }
        .omitted { color: var(--soft); font-size: .85rem; font-style: italic; margin: .2em .9em; }
        .note { background: var(--bad-paper); border-left: 3px solid var(--bad); padding: .4em .9em; margin: .5em 0;
          border-radius: 0 4px 4px 0; font-size: .9rem; white-space: pre-wrap; }
        .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 1em; }
        .pair figcaption { color: var(--soft); font-size: .85rem; }
        .frames { padding: 0 .9em; } .knobs { display: flex; flex-wrap: wrap; gap: .3em 1.5em; }
        .knobs label { display: flex; align-items: center; gap: .6em; min-height: 2rem; font-weight: 600; }
        .knobs input[type="range"] { width: min(20rem, 55vw); accent-color: var(--accent); }
        .knobs output { min-width: 4em; font-weight: 400; font-variant-numeric: tabular-nums; }
        .outline { font-size: .9rem; } .outline ol { list-style: none; padding: 0; margin: .3em 0; }
        .outline li { margin: .25em 0; } .outline .l2 { padding-left: 1em; } .outline .l3 { padding-left: 2em; }
        .outline a { text-decoration: none; color: var(--soft); } .outline a:hover { color: var(--accent); text-decoration: underline; }
        .list { display: block; overflow-x: auto; } .list td, .list th { padding: .35em 1em .35em 0; text-align: left; border-bottom: 1px solid var(--line); }
        .skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5em; }
        @media (min-width: 60rem) {
          .count { position: absolute; left: -3.2rem; top: 1.1em; width: 2.6rem; text-align: right; margin: 0; }
        }
        @media (min-width: 88rem) {
          .outline { position: fixed; top: 1.5rem; left: max(1rem, calc(50vw - 43rem)); width: 14rem; border: 0;
            max-height: calc(100vh - 3rem); overflow-y: auto; }
          .outline[open] > summary { border: 0; }
        }
        @media (max-width: 30rem) { h1 { font-size: 1.5rem; } .output > pre, .output > .html, .output figure { padding-left: .3em; padding-right: .3em; } }
        @media print {
          :root { color-scheme: light; }
          .outline, .copy, .skip { display: none; }
          .page { max-width: none; padding: 0; }
          body { font-size: 10pt; }
          .output > pre, .output .plain { max-height: none; overflow: visible; white-space: pre-wrap; }
          pre.code { white-space: pre-wrap; }
          figure, img, tr, pre.code, math { break-inside: avoid; }
          .output figure img { max-height: 11cm; width: auto; }
          .box { break-after: avoid; }
          math[display="block"] { font-size: .9em; }
          h1, h2, h3, h4 { break-after: avoid; }
          a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; color: var(--soft); }
        }
        """
}
