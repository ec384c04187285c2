internal import AssociationGraph

/// The words of MySQL's grammar that are no reserved words (Reference Manual, "Keywords and Reserved Words";
/// `information_schema.KEYWORDS` of MySQL 9.7).
///
/// They need no backticks as names; SHOW CREATE TABLE writes them in the partitions of a table all the same.
enum Keywords {
  /// Whether `word` is one of them, in any letter case.
  static func contains(_ word: String) -> Bool { unreserved.contains(word.lowercased()) }

  private static let unreserved: WordList = """
    absent account action active admin after against aggregate algorithm allow_missing_files always any array ascii
    assign_gtids_to_anonymous_transactions at attribute authentication auto auto_increment auto_refresh
    auto_refresh_source autoextend_size avg avg_row_length backup begin bernoulli binlog bit block bool boolean
    btree buckets bulk byte cache cascaded catalog_name chain challenge_response changed channel charset checksum
    cipher class_origin client clone close coalesce code collation column_format column_name columns comment commit
    committed compact completion component compressed compression concurrent connection consistent
    constraint_catalog constraint_name constraint_schema contains context cpu current cursor_name data datafile
    date datetime day deallocate default_auth definer definition delay_key_write description diagnostics directory
    disable discard disk do duality dumpfile duplicate dynamic enable encryption end ends enforced engine
    engine_attribute engines enum error errors escape event events every exchange exclude execute expansion expire
    export extended extent_size external_format factor failed_login_attempts fast faults fields file
    file_block_size file_format file_name file_pattern file_prefix files filter finish first fixed flush following
    follows format found full general generate geomcollection geometry geometrycollection get_format
    get_source_public_key global grants group_replication gtid_only gtids guided handler hash header help histogram
    history host hosts hour identified ignore_server_ids import inactive indexes initial initial_size initiate
    insert_method install instance invisible invoker io io_thread ipc isolation issuer json json_value
    key_block_size keyring language last leaves less level linestring list local locked locks log logfile logs
    manual masking master materialized max_connections_per_hour max_queries_per_hour max_rows max_size
    max_updates_per_hour max_user_connections medium member memory merge message_text microsecond migrate min_rows
    minute mode modify month multilinestring multipoint multipolygon mutex mysql_errno name names national nchar
    ndb ndbcluster nested network_namespace never new next no no_wait nodegroup none nowait nulls number nvarchar
    off offset oj old one only open optional options ordinality organization others owner pack_keys page parallel
    parameters parse_tree parser partial partitioning partitions password password_lock_time path persist
    persist_only phase plugin plugin_dir plugins point policy polygon port precedes preceding prepare preserve prev
    privilege_checks_user privileges process processlist profile profiles proxy quarter query quick random
    read_only rebuild recover redo_buffer_size redundant reference registration relational relay relay_log_file
    relay_log_pos relay_thread relaylog reload remove reorganize repair repeatable replica replicas replicate_do_db
    replicate_do_table replicate_ignore_db replicate_ignore_table replicate_rewrite_db replicate_wild_do_table
    replicate_wild_ignore_table replication require_row_format require_table_primary_key_check reset resource
    respect restart restore resume retain returned_sqlstate returning returns reuse reverse role rollback rollup
    rotate routine row_count row_format rtree s3 savepoint schedule schema_name second secondary secondary_engine
    secondary_engine_attribute secondary_load secondary_unload security serial serializable server session sets
    share shutdown signed simple skip slave slow snapshot socket some soname sounds source source_auto_position
    source_bind source_compression_algorithms source_connect_retry source_connection_auto_failover source_delay
    source_heartbeat_period source_host source_log_file source_log_pos source_password source_port
    source_public_key_path source_retry_count source_ssl source_ssl_ca source_ssl_capath source_ssl_cert
    source_ssl_cipher source_ssl_crl source_ssl_crlpath source_ssl_key source_ssl_verify_server_cert
    source_tls_ciphersuites source_tls_version source_user source_zstd_compression_level sql_after_gtids
    sql_after_mts_gaps sql_before_gtids sql_buffer_result sql_no_cache sql_thread sql_tsi_day sql_tsi_hour
    sql_tsi_minute sql_tsi_month sql_tsi_quarter sql_tsi_second sql_tsi_week sql_tsi_year srid stacked start starts
    stats_auto_recalc stats_persistent stats_sample_pages status stop storage stream strict_load string
    subclass_origin subject subpartition subpartitions super suspend swaps switches table_checksum table_name
    tables tablespace temporary temptable text than thread_priority ties time timestamp timestampadd timestampdiff
    tls transaction triggers truncate type types unbounded uncommitted undefined undo_buffer_size undofile unicode
    uninstall unknown unregister until upgrade uri url use_frm user user_resources validate validation value
    variables vcpu vector verify_key_constraints view visible wait warnings week weight_string without work wrapper
    x509 xa xid xml year zone
    """
}
