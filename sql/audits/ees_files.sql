-- A file beside the published marts is none that DfE's service takes
-- severity: FAIL
-- why: an EES table is UTF-8 without a byte order mark, with a plain name, and has its metadata file beside it
-- matters: whoever uploads the table is refused
-- resolve: a fault of ours, in EesExport: correct it and publish again
select file, has_metadata, has_mark, is_utf8
from ees.file
where not has_metadata
    or has_mark
    or not is_utf8
    or not regexp_full_match(file, '[a-z][a-z0-9_]*')
